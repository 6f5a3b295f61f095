"""The poster and the cards on paper."""
