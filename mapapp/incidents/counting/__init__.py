"""To how many: killed, injured, attackers, arrested, abducted, displaced."""
