"""All benches: `make bench`."""

from bench import language, read, whole

whole.main()
language.main([])
read.main([])
