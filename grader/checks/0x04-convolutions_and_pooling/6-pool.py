"""Put the largest value or the mean in place of each window."""

import numpy as np

KIND = "function"
ENTRY = "pool"
RULES = ["imports: numpy, math", "never numpy.convolve", "at most 2 loops"]
TOLERANCE = (1e-6, 1e-9)
PACE = (
    "pool("
    "np.arange(115200.).reshape(400, 12, 12, 2) % 251, "
    "(2, 2), (2, 2))"
)

EXAMPLES = [
    ("pool(np.array([[[[2], [7], [1], [0]], [[3], [4], [0], [1]]]]), (2, 2), "
     "stride=(2, 2))",
     np.array([[[[7], [1]]]])),
    ("pool(np.array([[[[2], [7], [1], [0]], [[3], [4], [0], [1]]]]), (2, 2), "
     "stride=(2, 2), mode='avg')",
     np.array([[[[4], [0.5]]]])),
    ("pool(np.array([[[[-3, 10], [-1, 40], [-2, 20]]]]), (1, 2), "
     "stride=(1, 1), mode='max')",
     np.array([[[[-1, 40], [-1, 40]]]])),
    ("pool(np.array([[[[5]], [[1]], [[6]], [[2]], [[9]]]]), (2, 1), "
     "stride=(2, 1), mode='max')",
     np.array([[[[5]], [[6]]]])),
]


def _slide(images, kernel_shape, stride, value, size=(None, None),
           dtype=float):
    """One value in place of each window, step by step.

    Mistakes give another number of rows and columns, or another dtype.
    """
    (m, h, w, c), (kh, kw), (sh, sw) = images.shape, kernel_shape, stride
    rows = (h - kh) // sh + 1 if size[0] is None else size[0]
    columns = (w - kw) // sw + 1 if size[1] is None else size[1]
    result = np.zeros((m, rows, columns, c), dtype)
    for y in range(rows):
        for x in range(columns):
            window = images[:, y * sh:y * sh + kh, x * sw:x * sw + kw]
            result[:, y, x] = value(window, axis=(1, 2))
    return result


def _mean(window, axis=(0, 1, 2, 3)):
    # np.mean warns about windows outside of the image; this gives nan only.
    return np.sum(window, axis) / np.prod([window.shape[a] for a in axis])


def _value(mode):
    return np.max if mode == "max" else _mean


def oracle(images, kernel_shape, stride, mode="max"):
    """Each channel for itself, no padding."""
    return _slide(images, kernel_shape, stride, _value(mode))


def _images(rng, *shape):
    return rng.integers(-20, 100, shape)


def _call(images, kernel_shape, stride, mode=None):
    dtype = ", dtype=np.uint8" if images.dtype == np.uint8 else ""
    last = f", mode={mode!r}" if mode else ""
    return (f"pool(np.array({images.tolist()}{dtype}), {kernel_shape}, "
            f"stride={stride}{last})")


def valid_with_a_rest(images, kernel_shape, stride):
    """The last rows or columns are left out."""
    return any((size - k) % step for size, k, step in zip(
        images.shape[1:3], kernel_shape, stride))


def inputs_max(rng):
    """mode='max', with windows side by side and windows that overlap"""
    yield _call(_images(rng, 1, 1, 2, 1), (1, 2), (1, 1))
    yield _call(_images(rng, 1, 2, 1, 2), (2, 1), (1, 1))
    for images, kernel_shape, stride in (
            ((1, 2, 4, 1), (2, 2), (2, 2)), ((1, 4, 2, 2), (2, 2), (2, 2)),
            ((2, 3, 4, 2), (2, 2), (1, 2)), ((2, 4, 3, 1), (2, 3), (2, 1)),
            ((1, 4, 6, 3), (2, 3), (1, 1)), ((2, 6, 4, 2), (3, 2), (3, 2)),
            ((3, 7, 5, 2), (3, 2), (2, 1))):
        yield _call(_images(rng, *images), kernel_shape, stride, "max")


def inputs_avg(rng):
    """mode='avg', with windows side by side and windows that overlap"""
    for images, kernel_shape, stride in (
            ((1, 1, 2, 1), (1, 2), (1, 1)), ((1, 2, 1, 2), (2, 1), (1, 1)),
            ((1, 2, 4, 1), (2, 2), (2, 2)), ((1, 4, 2, 2), (2, 2), (2, 2)),
            ((2, 3, 4, 2), (2, 2), (1, 2)), ((2, 4, 3, 1), (2, 3), (2, 1)),
            ((1, 4, 6, 3), (2, 3), (1, 1)), ((2, 6, 4, 2), (3, 2), (3, 2)),
            ((3, 7, 5, 2), (3, 2), (2, 1))):
        yield _call(_images(rng, *images), kernel_shape, stride, "avg")


def inputs_negative(rng):
    """mode='max' on images whose values are all negative"""
    for images, kernel_shape, stride in (
            ((1, 1, 1, 1), (1, 1), (1, 1)), ((1, 1, 2, 1), (1, 2), (1, 1)),
            ((1, 2, 2, 2), (2, 1), (1, 2)), ((2, 2, 4, 1), (2, 2), (2, 2)),
            ((1, 4, 3, 2), (2, 3), (2, 3)), ((2, 3, 4, 3), (3, 2), (1, 1))):
        yield _call(rng.integers(-99, 0, images), kernel_shape, stride,
                    "max")
    yield _call(np.round(rng.uniform(-9, -1, (2, 4, 6, 1)), 1), (2, 3),
                (2, 3), "max")


def inputs_with_a_rest(rng):
    """sizes that the stride does not divide: the rest is left out"""
    for images, kernel_shape, stride in (
            ((1, 1, 3, 1), (1, 2), (1, 2)), ((1, 3, 1, 1), (2, 1), (2, 1)),
            ((1, 3, 4, 2), (2, 2), (2, 1)), ((2, 4, 5, 1), (2, 2), (3, 2)),
            ((1, 5, 4, 2), (3, 2), (1, 3)), ((2, 6, 7, 2), (3, 2), (2, 3)),
            ((3, 9, 7, 3), (2, 4), (3, 2))):
        yield _call(_images(rng, *images), kernel_shape, stride, "max")
        yield _call(_images(rng, *images), kernel_shape, stride, "avg")


def inputs_decimals_and_bytes(rng):
    """images with decimals, and images of bytes (uint8)"""
    for images, kernel_shape, stride in (
            ((1, 1, 2, 1), (1, 2), (1, 1)), ((1, 3, 2, 2), (2, 1), (1, 2)),
            ((2, 4, 4, 1), (2, 2), (2, 2)), ((2, 5, 3, 3), (3, 2), (2, 1))):
        for mode in ("max", "avg"):
            yield _call(rng.integers(150, 256, images).astype(np.uint8),
                        kernel_shape, stride, mode)
            yield _call(np.round(rng.uniform(-9, 9, images), 1),
                        kernel_shape, stride, mode)


def mistake_type_of_the_images(images, kernel_shape, stride, mode="max"):
    """Your result takes its type from the images, so the mean loses its
    decimals: let the result be float."""
    return _slide(images, kernel_shape, stride, _value(mode),
                  dtype=images.dtype)


def mistake_zeros_start(images, kernel_shape, stride, mode="max"):
    """What is the maximum of negative numbers? You compare with 0, which is
    not in the window."""
    result = oracle(images, kernel_shape, stride, mode)
    return np.maximum(result, 0) if mode == "max" else result


def mistake_zeros_around(images, kernel_shape, stride, mode="max"):
    """There is no padding here: a window that does not fit any more is left
    out, and no zeros or half windows are used."""
    (_, h, w, _), (kh, kw), (sh, sw) = images.shape, kernel_shape, stride
    return _slide(np.pad(images, ((0, 0), (0, (kh - h) % sh),
                                  (0, (kw - w) % sw), (0, 0))),
                  kernel_shape, stride, _value(mode))


def mistake_rest_kept(images, kernel_shape, stride, mode="max"):
    """A window that does not fit any more is left out: round (h - kh) / sh
    down before you add 1."""
    (_, h, w, _), (kh, kw), (sh, sw) = images.shape, kernel_shape, stride
    return _slide(images, kernel_shape, stride, _value(mode),
                  (-((kh - h) // sh) + 1, -((kw - w) // sw) + 1))


def mistake_one_added_too_early(images, kernel_shape, stride, mode="max"):
    """First divide by the stride, then add 1: in (h - kh + 1) // sh the 1 is
    lost or cut."""
    (_, h, w, _), (kh, kw), (sh, sw) = images.shape, kernel_shape, stride
    return _slide(images, kernel_shape, stride, _value(mode),
                  ((h - kh + 1) // sh, (w - kw + 1) // sw))


def mistake_size_without_kernel(images, kernel_shape, stride, mode="max"):
    """h // sh is right only for windows side by side. In general the last
    window starts at row h - kh."""
    (_, h, w, _), (sh, sw) = images.shape, stride
    return _slide(images, kernel_shape, stride, _value(mode),
                  (h // sh, w // sw))


def mistake_stride_is_the_kernel(images, kernel_shape, stride, mode="max"):
    """Your windows always stand side by side. The step is `stride`, which may
    be smaller or larger than the window."""
    return oracle(images, kernel_shape, kernel_shape, mode)


def mistake_stride_ignored(images, kernel_shape, stride, mode="max"):
    """Your result does not depend on `stride`: with stride 2 the window
    visits every second place only."""
    return oracle(images, kernel_shape, (1, 1), mode)


def mistake_window_without_stride(images, kernel_shape, stride, mode="max"):
    """The size is right, but your windows move by one. Row y of the result
    looks at row y * sh of the image."""
    (_, h, w, _), (kh, kw), (sh, sw) = images.shape, kernel_shape, stride
    return _slide(images, kernel_shape, (1, 1), _value(mode),
                  ((h - kh) // sh + 1, (w - kw) // sw + 1))


def mistake_stride_exchanged(images, kernel_shape, stride, mode="max"):
    """The first number of `stride` is the step down, the second one the step
    to the right. You have them exchanged."""
    return oracle(images, kernel_shape, stride[::-1], mode)


def mistake_kernel_exchanged(images, kernel_shape, stride, mode="max"):
    """The first number of `kernel_shape` is the height of the window, the
    second one its width. You have them exchanged."""
    return oracle(images, kernel_shape[::-1], stride, mode)


def mistake_kh_for_kw(images, kernel_shape, stride, mode="max"):
    """Try a window of 4 x 3: its width is kw, not kh."""
    return oracle(images, (kernel_shape[0], kernel_shape[0]), stride, mode)


def mistake_always_max(images, kernel_shape, stride, mode="max"):
    """With mode='avg' the mean of the window is asked for. Do you look at
    `mode` at all?"""
    return oracle(images, kernel_shape, stride, "max")


def mistake_always_avg(images, kernel_shape, stride, mode="max"):
    """With mode='max' the largest value is asked for, and you give the mean.
    Look at the test of `mode`."""
    return oracle(images, kernel_shape, stride, "avg")


def mistake_default_is_avg(images, kernel_shape, stride, mode="avg"):
    """A call without `mode` means 'max'. Look at the default in your `def`
    line."""
    return oracle(images, kernel_shape, stride, mode)


def mistake_sum_for_mean(images, kernel_shape, stride, mode="max"):
    """You add up the window. The mean is the sum divided by kh * kw."""
    return _slide(images, kernel_shape, stride,
                  np.max if mode == "max" else np.sum)


def mistake_images_mixed(images, kernel_shape, stride, mode="max"):
    """np.max and np.mean without an axis mix all images and channels. Give
    them the axes of the window: axis=(1, 2)."""
    def value(window, axis):
        return _value(mode)(window)
    return _slide(images, kernel_shape, stride, value)


def mistake_channels_mixed(images, kernel_shape, stride, mode="max"):
    """Pooling works on each channel for itself: the result keeps all
    channels, so leave the last axis alone."""
    def value(window, axis):
        return _value(mode)(window, axis=(1, 2, 3))[:, np.newaxis]
    return _slide(images, kernel_shape, stride, value)[..., 0]


def mistake_float_size(images, kernel_shape, stride, mode="max"):
    """`/` gives a float, and an array has no half rows. Use `//`."""
    return np.zeros((len(images), images.shape[1] / stride[0], 1, 1))


def mistake_loop_changes_the_width(images, kernel_shape, stride,
                                   mode="max"):
    """`for w` gives w a new value, so the next row is cut short. Call your
    loop variables x and y."""
    (m, h, w, c), (kh, kw), (sh, sw) = images.shape, kernel_shape, stride
    result = np.zeros((m, (h - kh) // sh + 1, (w - kw) // sw + 1, c))
    for y in range((h - kh) // sh + 1):
        for x in range((w - kw) // sw + 1):
            window = images[:, y * sh:y * sh + kh, x * sw:x * sw + kw]
            result[:, y, x] = _value(mode)(window, axis=(1, 2))
            w = x       # this is what `for w` does
    return result


EQUIVALENT_MUTANTS = {
    "result = np.zeros((m, rows, columns, c)) => result = np.ones((m, rows, "
    "columns, c))":
        "Every place of it gets its own value afterwards.",
    "if mode == 'max': => if mode >= 'max':":
        "Of the two modes only 'max' is 'max' or behind it.",
}
