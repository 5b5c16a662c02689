"""Put zeros around grayscale images, then slide a kernel over them."""

import numpy as np

KIND = "function"
ENTRY = "convolve_grayscale_padding"
RULES = ["imports: numpy, math", "never numpy.convolve", "at most 2 loops"]
TOLERANCE = (1e-6, 1e-9)
PACE = (
    "convolve_grayscale_padding("
    "np.arange(57600.).reshape(400, 12, 12) % 251, "
    "np.arange(9.).reshape(3, 3), (1, 1))"
)

EXAMPLES = [
    ("convolve_grayscale_padding(np.array([[[1, 2, 3], [4, 5, 6]]]), "
     "np.array([[1], [10]]), padding=(1, 0))",
     np.array([[[10, 20, 30], [41, 52, 63], [4, 5, 6]]])),
    ("convolve_grayscale_padding(np.array([[[3, 1]], [[2, 0]]]), "
     "np.array([[1, 0.5]]), padding=(0, 2))",
     np.array([[[0, 1.5, 3.5, 1, 0]], [[0, 1, 2, 0, 0]]])),
    ("convolve_grayscale_padding(np.array([[[5]]]), "
     "np.array([[1, 2], [3, 4]]), padding=(1, 1))",
     np.array([[[20, 15], [10, 5]]])),
    ("convolve_grayscale_padding(np.array([[[6, 1], [2, 7]]]), "
     "np.array([[2, -1]]), padding=(0, 0))",
     np.array([[[11], [-3]]])),
]


def _zeros_around(images, top, bottom, left, right):
    """The images as floats with rows and columns of zeros around them."""
    m, h, w = images.shape
    padded = np.zeros((m, top + h + bottom, left + w + right))
    padded[:, top:top + h, left:left + w] = images
    return padded


def _slide(padded, kernel, rows=None, columns=None, dtype=float):
    """The sum of window times kernel, place by place."""
    (m, h, w), (kh, kw) = padded.shape, kernel.shape
    rows = h - kh + 1 if rows is None else rows
    columns = w - kw + 1 if columns is None else columns
    result = np.zeros((m, rows, columns), dtype)
    for y in range(rows):
        for x in range(columns):
            window = padded[:, y:y + kh, x:x + kw]
            result[:, y, x] = (window * kernel).sum(axis=(1, 2))
    return result


def oracle(images, kernel, padding):
    """As many zeros on both sides."""
    ph, pw = padding
    return _slide(_zeros_around(images, ph, ph, pw, pw), kernel)


def _images(rng, *shape):
    return rng.integers(1, 10, shape)


def _kernel(rng, *shape):
    # No zeros, and never the same when it is turned over.
    kernel = rng.integers(1, 10, shape) * rng.choice([-1, 1], shape)
    kernel.flat[-1] = kernel.flat[0] + (kernel.size > 1) * 10
    return kernel


def _call(images, kernel, padding):
    dtype = ", dtype=np.uint8" if images.dtype == np.uint8 else ""
    return (f"convolve_grayscale_padding("
            f"np.array({images.tolist()}{dtype}), "
            f"np.array({kernel.tolist()}), padding={padding})")


def inputs_one_axis(rng):
    """zeros only above and below, or only left and right"""
    for images, kernel, padding in (
            ((1, 1, 1), (1, 1), (1, 0)), ((1, 1, 1), (1, 1), (0, 1)),
            ((1, 2, 2), (2, 2), (0, 1)), ((1, 2, 2), (2, 2), (1, 0)),
            ((2, 3, 2), (2, 1), (2, 0)), ((2, 2, 3), (1, 3), (0, 2)),
            ((1, 4, 3), (3, 3), (3, 0)), ((2, 3, 5), (3, 2), (0, 1)),
            ((3, 2, 4), (4, 3), (1, 0))):
        yield _call(_images(rng, *images), _kernel(rng, *kernel), padding)


def inputs_both_axes(rng):
    """zeros on all four sides"""
    for images, kernel, padding in (
            ((1, 1, 1), (1, 1), (1, 1)), ((1, 2, 2), (2, 2), (1, 1)),
            ((1, 2, 1), (2, 2), (1, 2)), ((2, 2, 3), (3, 2), (2, 1)),
            ((1, 3, 3), (3, 3), (1, 1)), ((2, 3, 4), (2, 3), (1, 3)),
            ((2, 5, 3), (4, 3), (3, 2)), ((3, 4, 6), (5, 4), (2, 1))):
        yield _call(_images(rng, *images), _kernel(rng, *kernel), padding)


def inputs_without_zeros(rng):
    """padding (0, 0), and one other padding"""
    # The other one: no padding at all must not pass.
    yield _call(_images(rng, 1, 1, 2), _kernel(rng, 1, 2), (0, 0))
    for images, kernel in (((1, 2, 2), (2, 1)), ((1, 3, 2), (2, 2)),
                           ((2, 3, 3), (3, 2)), ((2, 4, 5), (3, 3)),
                           ((3, 5, 4), (2, 3))):
        yield _call(_images(rng, *images), _kernel(rng, *kernel), (0, 0))
    yield _call(_images(rng, 1, 2, 3), _kernel(rng, 2, 2), (2, 1))


def inputs_decimals(rng):
    """images and kernels with decimals"""
    for images, kernel, padding in (
            ((1, 1, 1), (1, 1), (0, 1)), ((1, 1, 2), (1, 2), (1, 0)),
            ((1, 3, 2), (2, 1), (1, 2)), ((2, 2, 3), (3, 3), (1, 1)),
            ((2, 4, 3), (3, 2), (0, 2)), ((3, 3, 4), (2, 4), (2, 1))):
        yield _call(np.round(rng.uniform(0.6, 9, images), 1),
                    np.round(rng.uniform(0.6, 2, kernel), 2), padding)
    yield _call(_images(rng, 1, 2, 3), np.full((2, 2), 0.3), (0, 1))
    yield _call(_images(rng, 2, 3, 2), np.full((2, 3), 0.3), (2, 1))


def inputs_bytes(rng):
    """images of bytes (uint8), as a camera gives them"""
    for images, kernel, padding in (
            ((1, 1, 1), (1, 1), (0, 1)), ((1, 1, 2), (1, 2), (1, 0)),
            ((1, 3, 2), (2, 1), (1, 2)), ((2, 2, 2), (2, 2), (1, 1)),
            ((2, 2, 3), (3, 3), (1, 2)), ((1, 4, 2), (5, 3), (2, 1)),
            ((2, 3, 4), (3, 2), (0, 2)), ((3, 4, 3), (2, 4), (2, 1))):
        yield _call(rng.integers(150, 256, images).astype(np.uint8),
                    rng.integers(2, 6, kernel), padding)


def mistake_type_of_the_images(images, kernel, padding):
    """Your result takes its type from the images. Bytes start again after
    255, whole numbers lose their decimals: let the result be float."""
    ph, pw = padding
    return _slide(_zeros_around(images, ph, ph, pw, pw), kernel,
                  dtype=images.dtype)


def mistake_ph_and_pw_exchanged(images, kernel, padding):
    """The first number of `padding` counts rows of zeros, the second one
    columns. You have them exchanged."""
    pw, ph = padding
    return _slide(_zeros_around(images, ph, ph, pw, pw), kernel)


def mistake_ph_for_all_sides(images, kernel, padding):
    """You use the first number of `padding` for all four sides. The second
    one belongs to the left and to the right."""
    ph = padding[0]
    return _slide(_zeros_around(images, ph, ph, ph, ph), kernel)


def mistake_one_side_only(images, kernel, padding):
    """The zeros go on both sides, so h grows by 2 * ph and w by 2 * pw. You
    count them once."""
    ph, pw = padding
    return _slide(_zeros_around(images, ph, 0, pw, 0), kernel)


def mistake_padding_not_used(images, kernel, padding):
    """Nothing in your result depends on `padding`: put so many zeros around
    the images first."""
    return _slide(images, kernel)


def mistake_always_same_size(images, kernel, padding):
    """Your zeros come from the size of the kernel. Here the caller says in
    `padding` how many there are."""
    kh, kw = kernel.shape
    padded = _zeros_around(images, kh // 2, kh - 1 - kh // 2,
                           kw // 2, kw - 1 - kw // 2)
    return _slide(padded, kernel)


def mistake_copies_the_border(images, kernel, padding):
    """You repeat the pixels of the border. The task asks for zeros around
    the images."""
    ph, pw = padding
    return _slide(np.pad(images, ((0, 0), (ph, ph), (pw, pw)), "edge"),
                  kernel)


def mistake_kh_for_kw(images, kernel, padding):
    """Try a 4x3 kernel: the width of the result comes from kw, not from
    kh."""
    (_, _, w), (ph, pw) = images.shape, padding
    return _slide(_zeros_around(images, ph, ph, pw, pw), kernel,
                  columns=w + 2 * pw - kernel.shape[0] + 1)


def mistake_loop_changes_the_width(images, kernel, padding):
    """`for w` gives w a new value, so the next row is cut short. Call your
    loop variables x and y."""
    (m, h, w), (kh, kw), (ph, pw) = images.shape, kernel.shape, padding
    padded = _zeros_around(images, ph, ph, pw, pw)
    h, w = h + 2 * ph, w + 2 * pw
    result = np.zeros((m, h - kh + 1, w - kw + 1))
    for y in range(h - kh + 1):
        for x in range(w - kw + 1):
            window = padded[:, y:y + kh, x:x + kw]
            result[:, y, x] = (window * kernel).sum(axis=(1, 2))
            w = x       # this is what `for w` does
    return result


def mistake_one_place_less(images, kernel, padding):
    """A kernel of 3 fits into 5 pixels at 3 places, not 2: add 1 to
    h + 2 * ph - kh, and the same for the width."""
    (_, h, w), (kh, kw), (ph, pw) = images.shape, kernel.shape, padding
    return _slide(_zeros_around(images, ph, ph, pw, pw), kernel,
                  h + 2 * ph - kh, w + 2 * pw - kw)


def mistake_flipped_kernel(images, kernel, padding):
    """You turn the kernel over. Multiply the window with the kernel as it
    is."""
    ph, pw = padding
    return _slide(_zeros_around(images, ph, ph, pw, pw),
                  kernel[::-1, ::-1])


EQUIVALENT_MUTANTS = {
    "padded = np.zeros((m, h + 2 * ph, w + 2 * pw)) => padded = "
    "np.zeros((m, h + 3 * ph, w + 2 * pw))":
        "The zeros that are added are never read.",
    "padded = np.zeros((m, h + 2 * ph, w + 2 * pw)) => padded = "
    "np.zeros((m, h + 2 * ph, w + 3 * pw))":
        "The zeros that are added are never read.",
    "result = np.zeros((m, rows, columns)) => result = np.ones((m, rows, "
    "columns))":
        "Every place of it gets its own value afterwards.",
}
