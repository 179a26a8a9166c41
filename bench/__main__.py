"""All benches: `make bench`."""

from bench import collate, language, pages, read, reuse, whole

whole.main()
language.main([])
read.main([])
reuse.main([])
collate.main([])
pages.main([])
