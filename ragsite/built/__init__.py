"""What is looked at in a built folder before it takes the old one's place, and wherever it stands afterwards."""
