"""`grader watch`: grade what changed on every save, and show it at once.

    main thread      engine    reads the folder, grades, tells what it found
    second thread    desk      hears saves and keys, draws the screen

    inotify, polling, listening    how a save is heard
    board                          what is known of all tasks
    view                           board -> lines of text and colour
    terminal, keyboard             the screen and the keys; always put back
    session                        both threads, signals, and the end

Grading stays in the main thread, because signals arrive there: a new save or
a `q` can stop a program that never ends.
"""
