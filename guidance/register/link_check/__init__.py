"""Tries one web address, and returns the outcome. Pure but for the network.

`public_hosts` decides which hosts it may connect to, and `trying` sends requests, follows redirects
and classifies the `outcome`.
"""
