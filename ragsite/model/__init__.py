"""What a plan is: typed, frozen, and the same for every reader of it."""
