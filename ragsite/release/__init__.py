"""What may be published when: embargoes, holds, approvals and withdrawals, decided for a moment that is passed in."""
