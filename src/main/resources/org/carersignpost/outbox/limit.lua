-- How long all texts together must wait, in milliseconds; 0 if one may go.
-- KEYS: the limit. ARGV: now, interval, burst.
return {whole(wait_for_turn(KEYS[1], ARGV[1], ARGV[2], ARGV[3]))}
