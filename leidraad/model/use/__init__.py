"""What was read, for who asks: items that find each other, addresses, retired ids, a route walked."""
