"""When: how dates are written, the days they mean, and which of them an event may have."""
