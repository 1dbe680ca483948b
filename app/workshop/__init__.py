"""A room full of people who play one server together, over the local network. No Qt."""
