"""Speed beside peers, and quality against floors."""
