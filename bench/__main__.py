"""All benches: `make bench`."""

from bench import whole

whole.main()
