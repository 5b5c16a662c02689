"""Slide a kernel over grayscale images without padding."""

import numpy as np

KIND = "function"
ENTRY = "convolve_grayscale_valid"
RULES = ["imports: numpy, math", "never numpy.convolve", "at most 2 loops"]
TOLERANCE = (1e-6, 1e-9)
PACE = (
    "convolve_grayscale_valid("
    "np.arange(57600.).reshape(400, 12, 12) % 251, "
    "np.arange(9.).reshape(3, 3))"
)

EXAMPLES = [
    ("convolve_grayscale_valid(np.array([[[4, 1, 0], [2, 3, 5], [0, 6, 1]]]),"
     " np.array([[1, 2], [0, -1]]))",
     np.array([[[3, -4], [2, 12]]])),
    ("convolve_grayscale_valid(np.array([[[1, 2, 3], [4, 5, 6]], "
     "[[0, 1, 0], [2, 0, 2]]]), np.array([[1, -3]]))",
     np.array([[[-5, -7], [-11, -13]], [[-3, 1], [2, -6]]])),
    ("convolve_grayscale_valid(np.array([[[8], [2], [4]]]), "
     "np.array([[0.5], [0.25]]))",
     np.array([[[4.5], [2]]])),
    ("convolve_grayscale_valid(np.array([[[200, 100]]], dtype=np.uint8), "
     "np.array([[2, 1]]))",
     np.array([[[500]]])),
]


def _slide(images, kernel, rows=None, columns=None, dtype=float):
    """The sum of window times kernel, place by place.

    Mistakes give another number of rows or columns, or another dtype.
    """
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    rows = h - kh + 1 if rows is None else rows
    columns = w - kw + 1 if columns is None else columns
    result = np.zeros((m, rows, columns), dtype)
    for y in range(rows):
        for x in range(columns):
            window = images[:, y:y + kh, x:x + kw]
            result[:, y, x] = (window * kernel).sum(axis=(1, 2))
    return result


def oracle(images, kernel):
    """The sum of window times kernel for each place that fits."""
    return _slide(images, kernel)


def _images(rng, *shape):
    return rng.integers(1, 10, shape)


def _kernel(rng, *shape):
    # No zeros, and never the same when it is turned over.
    kernel = rng.integers(1, 10, shape) * rng.choice([-1, 1], shape)
    kernel.flat[-1] = kernel.flat[0] + (kernel.size > 1) * 10
    return kernel


def inputs_square(rng):
    """square images and a square kernel"""
    for m, side, k in ((1, 1, 1), (1, 2, 1), (1, 2, 2), (2, 2, 2), (1, 3, 2),
                       (2, 3, 2), (1, 3, 3), (2, 4, 3), (3, 5, 3), (2, 6, 4)):
        yield _images(rng, m, side, side), _kernel(rng, k, k)


def inputs_not_square(rng):
    """images or kernels that are not square"""
    for images, kernel in (((1, 1, 3), (1, 2)), ((1, 3, 1), (2, 1)),
                           ((2, 2, 4), (2, 2)), ((2, 4, 2), (2, 2)),
                           ((1, 3, 4), (1, 3)), ((2, 4, 3), (3, 1)),
                           ((1, 4, 5), (3, 2)), ((2, 5, 4), (2, 4)),
                           ((3, 4, 7), (4, 3)), ((2, 6, 4), (5, 3)),
                           ((3, 5, 9), (2, 5))):
        yield _images(rng, *images), _kernel(rng, *kernel)


def inputs_decimals(rng):
    """images and kernels with decimals"""
    for images, kernel in (((1, 1, 1), (1, 1)), ((1, 1, 3), (1, 2)),
                           ((1, 3, 2), (2, 1)), ((2, 3, 3), (2, 2)),
                           ((2, 4, 3), (3, 3)), ((1, 4, 6), (2, 3)),
                           ((3, 5, 4), (3, 2))):
        yield (np.round(rng.uniform(0.6, 9, images), 1),
               np.round(rng.uniform(0.6, 2, kernel), 2))
    yield _images(rng, 2, 3, 4), np.full((2, 2), 0.3)


def inputs_bytes(rng):
    """images of bytes (uint8), as a camera gives them"""
    for images, kernel in (((1, 1, 1), (1, 1)), ((1, 1, 3), (1, 2)),
                           ((1, 3, 2), (2, 1)), ((2, 2, 2), (2, 2)),
                           ((2, 3, 3), (2, 2)), ((1, 3, 5), (3, 2)),
                           ((2, 5, 3), (2, 3)), ((3, 4, 5), (3, 3))):
        yield (rng.integers(150, 256, images).astype(np.uint8),
               rng.integers(2, 6, kernel))


def mistake_type_of_the_images(images, kernel):
    """Your result takes its type from the images. Bytes start again after
    255, whole numbers lose their decimals: let the result be float."""
    return _slide(images, kernel, dtype=images.dtype)


def mistake_h_for_w(images, kernel):
    """Try images of 5 x 8 pixels: the width of the result comes from w, not
    from h."""
    return _slide(images, kernel,
                  columns=images.shape[1] - kernel.shape[1] + 1)


def mistake_kh_for_kw(images, kernel):
    """Try a 4x3 kernel: the width of the result comes from kw, not from
    kh."""
    return _slide(images, kernel,
                  columns=images.shape[2] - kernel.shape[0] + 1)


def mistake_square_window(images, kernel):
    """Try a 4x3 kernel: your window is kh wide, and it must be kw wide."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    result = np.zeros((m, h - kh + 1, w - kw + 1))
    for y in range(h - kh + 1):
        for x in range(w - kw + 1):
            window = images[:, y:y + kh, x:x + kh]
            result[:, y, x] = (window * kernel).sum(axis=(1, 2))
    return result


def mistake_loop_changes_the_width(images, kernel):
    """`for w` gives w a new value, so the next row is cut short. Call your
    loop variables x and y."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    result = np.zeros((m, h - kh + 1, w - kw + 1))
    for y in range(h - kh + 1):
        for x in range(w - kw + 1):
            window = images[:, y:y + kh, x:x + kw]
            result[:, y, x] = (window * kernel).sum(axis=(1, 2))
            w = x       # this is what `for w` does
    return result


def mistake_images_added_together(images, kernel):
    """np.sum without an axis adds all images into one number. Give it the
    axes of the window: axis=(1, 2)."""
    return np.zeros((len(images), 1, 1)) + _slide(
        images, kernel).sum(axis=0)


def mistake_flipped_kernel(images, kernel):
    """You turn the kernel over. Multiply the window with the kernel as it
    is."""
    return _slide(images, kernel[::-1, ::-1])


def mistake_one_place_less(images, kernel):
    """A kernel of 3 fits into 5 pixels at 3 places, not 2: add 1 to h - kh
    and to w - kw."""
    return _slide(images, kernel, images.shape[1] - kernel.shape[0],
                  images.shape[2] - kernel.shape[1])


def mistake_size_kept(images, kernel):
    """Your result is as large as the images. Without padding there is a
    number only where the whole kernel fits."""
    (m, h, w), (kh, kw) = images.shape, kernel.shape
    padded = np.zeros((m, h + kh - 1, w + kw - 1))
    padded[:, kh // 2:kh // 2 + h, kw // 2:kw // 2 + w] = images
    return _slide(padded, kernel)


def mistake_entry_by_entry(images, kernel):
    """The kernel slides: there is one sum for each place of the window, and
    you have only one product."""
    return images * kernel


EQUIVALENT_MUTANTS = {
    "result = np.zeros((m, rows, columns)) => result = np.ones((m, rows, "
    "columns))":
        "Every place of it gets its own value afterwards.",
}
