"""Writing to the worker's channel: forged, broken and giant frames."""

from .case import Attack, function

CATEGORY = "channel"

# A student can read how frames are made: nothing in it is secret.
FORGE = '''
import os, struct, msgspec, sys, time

def reply(index, state="value", value=None, **more):
    """Bytes of a reply as the worker would make it."""
    fields = [index, state, msgspec.msgpack.encode(value)]
    rest = dict(error="", text="", line=0, stdout="", changed={},
                shared="", trace=[], notes=[], seconds=0.0)
    rest.update(more)
    body = msgspec.msgpack.encode(fields + list(rest.values()))
    return struct.pack(">I", len(body)) + body

def say(data):
    """All of it, to the parent."""
    view = memoryview(data)
    while view:
        view = view[os.write(3, view):]
'''
ACT = r"\x1b[2J\x1b]0;owned\x07\n::error::x\n\u202e\x00"


def forge(code: str, end: str = "os._exit(0)") -> str:
    """A file whose first call writes to the channel and ends."""
    return function(code + "\n" + end, FORGE)


def forge_all(**fields: str) -> str:
    """A file that answers all calls with one strange field."""
    words = ", ".join(f"{name}={text}" for name, text in fields.items())
    return forge("say(b''.join(reply(n, value=[0], " + words + ")"
                 " if 'value' not in " + repr(sorted(fields)) + " else "
                 f"reply(n, {words}) for n in range(99)))") \
        if "value" not in fields else forge(
        f"say(b''.join(reply(n, {words}) for n in range(99)))")


ATTACKS = [
    Attack("all answers at once, all the same", forge(
        "say(b''.join(reply(n, value=[3, 7]) for n in range(99)))"),
        most=2.8),
    Attack("answers that say they passed", forge(
        "say(b''.join(reply(n, 'passed', True) for n in range(99)))")),
    Attack("answer to loading again", forge("say(reply(-1))")),
    Attack("answers in the wrong order", forge(
        "say(reply(3, value=[3, 7]) + reply(0, value=[3, 7]))")),
    Attack("more answers than calls", forge(
        "say(b''.join(reply(n, value=[]) for n in range(5000)))")),
    Attack("half a frame and the end", forge("say(reply(0)[:9])")),
    Attack("half a frame and silence", forge(
        "say(reply(0)[:9])", "while True: time.sleep(60)")),
    Attack("a frame that is too large", forge(
        "say(b'\\xff\\xff\\xff\\xff' + bytes(999))")),
    Attack("a frame of the largest size, slowly", forge(
        "say(struct.pack('>I', 24 << 20))\n"
        "while True: say(b'x' * 10); time.sleep(0.01)"), slow=True),
    Attack("a flood of zeros", forge("while True: say(bytes(1 << 16))")),
    Attack("a flood of the largest frames", forge(
        "for n in range(99): say(reply(n, value=b'x' * (23 << 20)))"),
           slow=True),
    Attack("invalid UTF-8 in a text", forge(
        "say(reply(0, text='AB').replace(b'AB', b'\\xff\\xfe'))")),
    Attack("lone surrogate in a text", forge(
        "say(reply(0, text='ABC').replace(b'ABC', b'\\xed\\xa0\\x80'))")),
    Attack("a list a million deep", forge(
        "body = b'\\x91' * 10 ** 6\n"
        "say(struct.pack('>I', len(body)) + body)")),
    Attack("a list that says it has four billion items", forge(
        "body = b'\\xdd\\xff\\xff\\xff\\xff'\n"
        "say(struct.pack('>I', len(body)) + body)")),
    Attack("a map with a hundred thousand equal hashes", forge(
        "pairs = [[k * (2 ** 61 - 1), 0] for k in range(7)] * 15000\n"
        "say(reply(0, value={'d': pairs}))")),
    Attack("unknown tags and wrong bodies", forge(
        "say(b''.join(reply(n, value=v) for n, v in enumerate([\n"
        "    {'q': 1}, {'a': []}, {'a': ['|O8', [1], b'12345678']}])))")),
    Attack("array of objects that would be pointers", forge(
        "say(reply(0, value={'a': ['|O', [1], bytes(8)]}))")),
    Attack("array whose shape does not fit", forge(
        "say(reply(0, value={'a': ['<f8', [1 << 40, 1 << 40], b'']}))")),
    Attack("seconds that sum up to infinity", forge_all(
        seconds="1.7e308"), most=0.0),
    Attack("seconds that are nan", forge_all(seconds="float('nan')")),
    Attack("line numbers out of this world", forge_all(line="2 ** 60")),
    Attack("changed arguments with odd keys", forge_all(
        value="[3, 7]", changed="{'\\u00b2': b'\\xc0', 'x' * 999: b'\\xc0',"
        f" '{ACT}': b'\\xc0'}}"), most=1.4),
    Attack("a changed argument of number \u0663 and of number 9", forge_all(
        value="[3, 7]", changed="{'\\u0663': b'\\xc0', '9': b'\\xc0'}"),
        most=1.4),
    Attack("a shared place that acts on terminals", forge_all(
        value="[3, 7]", shared=f"'{ACT}'"), most=1.4),
    Attack("a trace of lies", forge_all(
        state="'exception'", error="'TypeError'", value="0",
        trace=f"[['{ACT}', 2 ** 62, '{ACT}']] * 99")),
    Attack("notes that act on terminals", forge_all(
        value="[0]", notes=f"['{ACT}' + str(n) for n in range(999)]")),
    Attack("an error name that acts on terminals", forge_all(
        state="'exception'", error=f"'{ACT}'", text=f"'{ACT}' * 500",
        value="0")),
    Attack("states that only the parent may say", forge_all(
        state="'not_run'", value="0", text="'passed'")),
    Attack("descriptor of the channel opened again", forge(
        "fd = os.open('/proc/self/fd/3', os.O_RDWR)\nos.write(fd, b'x')")),
    Attack("every descriptor gets a frame", forge(
        "for fd in range(64):\n    try: os.write(fd, reply(0, value=[3, 7]))"
        "\n    except OSError: pass"), most=2.8),
    Attack("the channel is shut down", forge(
        "import socket\nsocket.socket(fileno=3).shutdown(2)",
        "return [3, 7]")),
    Attack("a traceback of faulthandler", function(
        "faulthandler.dump_traceback(3)\nreturn [3, 7]",
        "import faulthandler")),
    Attack("descriptors are sent to the parent", forge(
        "import socket\nend = socket.socket(fileno=3)\n"
        "socket.send_fds(end, [b'x'], [0, 1, 2] * 20)")),
]
