"""Looking ahead with somebody: what a change would do, what the coming months bring, what work would bring in."""
