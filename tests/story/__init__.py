"""The stories that the real data must tell, asked as a user would."""
