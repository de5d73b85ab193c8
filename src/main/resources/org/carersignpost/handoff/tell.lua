-- Appends changes to the stream that all copies of the service follow; only about the newest are kept.
-- KEYS: the stream. ARGV: how many are kept, then kind, id and team of each change.
for i = 2, #ARGV, 3 do
  redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*', 'kind', ARGV[i], 'id', ARGV[i + 1], 'team', ARGV[i + 2])
end
return #ARGV
