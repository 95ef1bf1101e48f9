"""callbacksheet keeps one shared tab of callbacks canonical while people go on typing in it."""

__version__ = "0.1.0"
