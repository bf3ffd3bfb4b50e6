"""The app in a browser: a small web site on this machine that runs one app for each visitor."""
