"""Tries one web address, and returns the outcome. Pure but for the network.

`public_hosts` decides which hosts it may connect to, `head` sends one request, and `trying`
follows redirects and classifies the result.
"""
