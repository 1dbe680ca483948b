"""Perfect play, exactly: expectimax over information states, never over hidden facts."""
