"""Who asks, and how much they may: addresses, API keys, budgets, places."""
