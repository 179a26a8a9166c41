"""All benches: `make bench`."""

from bench import language, whole

whole.main()
language.main([])
