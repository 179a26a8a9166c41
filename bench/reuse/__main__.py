from bench.reuse.run import main

main()
