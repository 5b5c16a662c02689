"""Slide a kernel over grayscale images and keep their size."""

import numpy as np

KIND = "function"
ENTRY = "convolve_grayscale_same"
RULES = ["imports: numpy, math", "never numpy.convolve", "at most 2 loops"]
TOLERANCE = (1e-6, 1e-9)
PACE = (
    "convolve_grayscale_same("
    "np.arange(57600.).reshape(400, 12, 12) % 251, "
    "np.arange(9.).reshape(3, 3))"
)

EXAMPLES = [
    ("convolve_grayscale_same(np.array([[[1, 2, 0], [0, 1, 3], [2, 0, 1]]]), "
     "np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]]))",
     np.array([[[2, 2, 5], [4, 5, 2], [0, 4, 3]]])),
    ("convolve_grayscale_same(np.array([[[1, 2, 3], [4, 5, 6]]]), "
     "np.array([[1, 10, 100]]))",
     np.array([[[210, 321, 32], [540, 654, 65]]])),
    ("convolve_grayscale_same(np.array([[[7], [2]], [[3], [1]]]), "
     "np.array([[1], [0], [0.5]]))",
     np.array([[[1], [7]], [[0.5], [3]]])),
    ("convolve_grayscale_same(np.array([[[1, 2, 3]]]), np.array([[1, 10]]))",
     np.array([[[10, 21, 32]]])),
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


def _padded(images, kernel):
    """kh - 1 rows and kw - 1 columns of zeros keep the size."""
    kh, kw = kernel.shape
    return _zeros_around(images, kh // 2, kh - 1 - kh // 2,
                         kw // 2, kw - 1 - kw // 2)


def oracle(images, kernel):
    """With an even side, one zero more stands before than after."""
    return _slide(_padded(images, kernel), kernel)


def accept_more_zeros_after(images, kernel):
    """With an even kernel, the task puts k // 2 zeros before and one less
    after. Yours is the other way round: this is right, too."""
    kh, kw = kernel.shape
    return _slide(_zeros_around(images, (kh - 1) // 2, kh // 2,
                                (kw - 1) // 2, kw // 2), kernel)


def _images(rng, *shape):
    return rng.integers(1, 10, shape)


def _kernel(rng, *shape):
    # No zeros, and never the same when it is turned over.
    kernel = rng.integers(1, 10, shape) * rng.choice([-1, 1], shape)
    kernel.flat[-1] = kernel.flat[0] + (kernel.size > 1) * 10
    return kernel


def valid_even_kernel(kernel):
    """One of the sides is even."""
    return kernel.shape[0] % 2 == 0 or kernel.shape[1] % 2 == 0


def inputs_square(rng):
    """square images and a square kernel of odd sides"""
    for m, side, k in ((1, 1, 1), (1, 2, 1), (1, 2, 3), (2, 2, 3), (1, 3, 3),
                       (2, 4, 3), (1, 3, 5), (2, 5, 5), (3, 6, 3)):
        yield _images(rng, m, side, side), _kernel(rng, k, k)


def inputs_not_square(rng):
    """images or kernels that are not square; all kernel sides are odd"""
    for images, kernel in (((1, 1, 2), (1, 3)), ((1, 2, 1), (3, 1)),
                           ((1, 2, 3), (1, 3)), ((1, 3, 2), (3, 1)),
                           ((2, 2, 4), (3, 3)), ((2, 5, 2), (3, 3)),
                           ((1, 4, 3), (5, 3)), ((2, 3, 5), (1, 5)),
                           ((3, 4, 6), (3, 5)), ((2, 7, 4), (7, 3))):
        yield _images(rng, *images), _kernel(rng, *kernel)


def inputs_even_kernel(rng):
    """kernels with an even side: the size stays all the same"""
    for images, kernel in (((1, 1, 2), (1, 2)), ((1, 2, 1), (2, 1)),
                           ((1, 2, 2), (2, 2)), ((2, 2, 3), (2, 1)),
                           ((1, 3, 3), (2, 3)), ((2, 3, 2), (3, 2)),
                           ((1, 3, 4), (2, 4)), ((2, 5, 4), (4, 2)),
                           ((3, 4, 5), (4, 3))):
        yield _images(rng, *images), _kernel(rng, *kernel)


def inputs_decimals(rng):
    """images and kernels with decimals"""
    for images, kernel in (((1, 1, 1), (1, 1)), ((1, 1, 2), (1, 3)),
                           ((1, 3, 2), (3, 1)), ((2, 2, 3), (3, 3)),
                           ((2, 4, 3), (3, 5)), ((3, 5, 4), (3, 3))):
        yield (np.round(rng.uniform(0.6, 9, images), 1),
               np.round(rng.uniform(0.6, 2, kernel), 2))
    yield _images(rng, 1, 2, 3), np.full((1, 3), 0.3)
    yield _images(rng, 2, 3, 4), np.full((3, 3), 0.3)


def inputs_bytes(rng):
    """images of bytes (uint8), as a camera gives them"""
    for images, kernel in (((1, 1, 1), (1, 1)), ((1, 1, 2), (1, 3)),
                           ((1, 3, 2), (3, 1)), ((2, 2, 2), (1, 3)),
                           ((2, 2, 3), (3, 3)), ((1, 4, 2), (5, 3)),
                           ((2, 3, 5), (3, 3)), ((3, 5, 4), (3, 1))):
        yield (rng.integers(150, 256, images).astype(np.uint8),
               rng.integers(2, 6, kernel))


def mistake_even_kernel_grows(images, kernel):
    """With a 2x2 kernel your result is one row and one column too large: one
    of the two sides needs one zero less."""
    kh, kw = kernel.shape
    return _slide(_zeros_around(images, kh // 2, kh // 2, kw // 2, kw // 2),
                  kernel)


def mistake_even_kernel_shrinks(images, kernel):
    """With a 2x2 kernel your result is one row and one column too small: one
    of the two sides needs one zero more."""
    kh, kw = (kernel.shape[0] - 1) // 2, (kernel.shape[1] - 1) // 2
    return _slide(_zeros_around(images, kh, kh, kw, kw), kernel)


def mistake_only_odd_kernels(images, kernel):
    """Try a 3x2 kernel: no branch of your `if` gives a padding for an even
    side."""
    kh, kw = kernel.shape
    if kh % 2 == 1 and kw % 2 == 1:
        padded = _padded(images, kernel)
    return _slide(padded, kernel)


def mistake_only_square_kernels(images, kernel):
    """Try a 3x5 kernel: no branch of your `if` gives a padding when kh and
    kw differ."""
    kh, kw = kernel.shape
    if kh == kw:
        padded = _padded(images, kernel)
    return _slide(padded, kernel)


def mistake_type_of_the_images(images, kernel):
    """Your result takes its type from the images. Bytes start again after
    255, whole numbers lose their decimals: let the result be float."""
    return _slide(_padded(images, kernel), kernel, dtype=images.dtype)


def mistake_ph_from_kw(images, kernel):
    """Try a 3x5 kernel: rows of zeros come from kh, columns of zeros from
    kw. You have them exchanged."""
    kw, kh = kernel.shape
    padded = _zeros_around(images, kh // 2, kh - 1 - kh // 2,
                           kw // 2, kw - 1 - kw // 2)
    return _slide(padded, kernel, *images.shape[1:])


def mistake_kh_for_kw(images, kernel):
    """Try a 4x3 kernel: the columns of zeros come from kw, not from kh."""
    kh = kernel.shape[0]
    padded = _zeros_around(images, kh // 2, kh - 1 - kh // 2,
                           kh // 2, kh - 1 - kh // 2)
    return _slide(padded, kernel, *images.shape[1:])


def mistake_float_padding(images, kernel):
    """`/` gives a float, and there is no half row of zeros. Use `//`."""
    kh, kw = kernel.shape
    return np.pad(images, ((0, 0), (kh / 2, kh / 2), (kw / 2, kw / 2)))


def mistake_loop_changes_the_width(images, kernel):
    """`for w` gives w a new value, so the next row is cut short. Call your
    loop variables x and y."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    padded = _padded(images, kernel)
    result = np.zeros((m, h, w))
    for y in range(h):
        for x in range(w):
            window = padded[:, y:y + kh, x:x + kw]
            result[:, y, x] = (window * kernel).sum(axis=(1, 2))
            w = x       # this is what `for w` does
    return result


def mistake_border_stays_zero(images, kernel):
    """The border of your result is 0. Put zeros around the images, so that
    the window can also stand on the border."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    result = np.zeros((m, h, w))
    for y in range(h - kh + 1):
        for x in range(w - kw + 1):
            window = images[:, y:y + kh, x:x + kw]
            result[:, y + kh // 2, x + kw // 2] = (
                window * kernel).sum(axis=(1, 2))
    return result


def mistake_copies_the_border(images, kernel):
    """You repeat the pixels of the border. The task asks for zeros around
    the images."""
    kh, kw = kernel.shape
    return _slide(np.pad(images, (
        (0, 0), (kh // 2, kh - 1 - kh // 2), (kw // 2, kw - 1 - kw // 2)),
        "edge"), kernel)


def mistake_images_shrink(images, kernel):
    """Your result is smaller than the images: put kh - 1 rows and kw - 1
    columns of zeros around them first."""
    return _slide(images, kernel)


def mistake_flipped_kernel(images, kernel):
    """You turn the kernel over. Multiply the window with the kernel as it
    is."""
    return _slide(_padded(images, kernel), kernel[::-1, ::-1])


EQUIVALENT_MUTANTS = {
    "padded = np.zeros((m, h + kh - 1, w + kw - 1)) => padded = "
    "np.zeros((m, h + kh + 1, w + kw - 1))":
        "The zeros that are added are never read.",
    "padded = np.zeros((m, h + kh - 1, w + kw - 1)) => padded = "
    "np.zeros((m, h + kh, w + kw - 1))":
        "The zeros that are added are never read.",
    "padded = np.zeros((m, h + kh - 1, w + kw - 1)) => padded = "
    "np.zeros((m, h + kh - 0, w + kw - 1))":
        "The zeros that are added are never read.",
    "padded = np.zeros((m, h + kh - 1, w + kw - 1)) => padded = "
    "np.zeros((m, h + kh - 1, w + kw + 1))":
        "The zeros that are added are never read.",
    "padded = np.zeros((m, h + kh - 1, w + kw - 1)) => padded = "
    "np.zeros((m, h + kh - 1, w + kw))":
        "The zeros that are added are never read.",
    "padded = np.zeros((m, h + kh - 1, w + kw - 1)) => padded = "
    "np.zeros((m, h + kh - 1, w + kw - 0))":
        "The zeros that are added are never read.",
    "result = np.zeros((m, h, w)) => result = np.ones((m, h, w))":
        "Every place of it gets its own value afterwards.",
}
