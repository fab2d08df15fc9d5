"""The compiler's golden cases."""
