"""What readers are told: pure functions from the model to frozen plain results, without markup or links."""
