"""All benches: `make bench`."""

from bench import language, read, reuse, whole

whole.main()
language.main([])
read.main([])
reuse.main([])
