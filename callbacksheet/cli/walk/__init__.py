"""The walk on the screen: a thin terminal edge around ``core.walk``; what is due, asked and done is decided there."""
