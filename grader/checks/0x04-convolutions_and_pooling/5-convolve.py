"""Slide many kernels over images with channels."""

import numpy as np

KIND = "function"
ENTRY = "convolve"
RULES = ["imports: numpy, math", "never numpy.convolve", "at most 3 loops"]
TOLERANCE = (1e-6, 1e-9)
PACE = (
    "convolve("
    "np.arange(76800.).reshape(400, 8, 8, 3) % 251, "
    "np.arange(54.).reshape(3, 3, 3, 2))"
)

EXAMPLES = [
    ("convolve(np.array([[[[3, 1], [0, 2]]]]), "
     "np.array([[[[1, 0, 2], [10, 1, 0]]]]))",
     np.array([[[[13, 1, 6], [20, 2, 0]]]])),
    ("convolve(np.array([[[[1], [0], [4], [2], [5]]]]), "
     "np.array([[[[2, 1]], [[-1, 0]]]]), padding='valid', stride=(1, 3))",
     np.array([[[[2, 1], [-1, 2]]]])),
    ("convolve(np.array([[[[1], [2], [3]], [[4], [5], [6]]]]), "
     "np.array([[[[1]]], [[[10]]]]), padding=(1, 0), stride=(1, 2))",
     np.array([[[[10], [30]], [[41], [63]], [[4], [6]]]])),
    ("convolve(np.array([[[[1, 0], [1, 1]], [[1, 2], [1, 3]]]]), "
     "np.ones((3, 3, 2, 1)), padding='same', stride=(2, 2))",
     np.array([[[[1], [3]], [[4], [10]]]])),
]


# ------------------------------------------------------------ the parts
def _up(total):
    """Half of the zeros on each side, rounded up: the task's formula."""
    return (total + 1) // 2, (total + 1) // 2


def _zeros(images, kernels, padding, stride, half=_up):
    """Zeros (above, below), (left, right)."""
    if padding == "valid":
        return (0, 0), (0, 0)
    if padding == "same":
        return tuple(half((size - 1) * step + k - size)
                     for size, k, step in zip(images.shape[1:3], kernels.shape,
                                              stride))
    return tuple((p, p) for p in padding)


def _padded(images, zeros):
    """The images as floats with the zeros around them."""
    (top, bottom), (left, right) = zeros
    m, h, w, c = images.shape
    padded = np.zeros((m, top + h + bottom, left + w + right, c))
    padded[:, top:top + h, left:left + w] = images
    return padded


def _slide(padded, kernels, stride, size=(None, None), dtype=float):
    """The sum of window times kernel, step by step.

    Mistakes give another number of rows and columns, or another dtype.
    """
    (m, h, w, _), (kh, kw, _, n) = padded.shape, kernels.shape
    sh, sw = stride
    rows = (h - kh) // sh + 1 if size[0] is None else size[0]
    columns = (w - kw) // sw + 1 if size[1] is None else size[1]
    result = np.zeros((m, rows, columns, n), dtype)
    for y in range(rows):
        for x in range(columns):
            window = padded[:, y * sh:y * sh + kh, x * sw:x * sw + kw]
            for k in range(n):
                result[:, y, x, k] = (
                    window * kernels[..., k]).sum(axis=(1, 2, 3))
    return result


# ------------------------------------------------------- right programs
def oracle(images, kernels, padding="same", stride=(1, 1)):
    """Zeros around the images, then window by window."""
    padded = _padded(images, _zeros(images, kernels, padding, stride))
    return _slide(padded, kernels, stride)


def _with_half(images, kernels, padding, stride, half):
    zeros = _zeros(images, kernels, padding, stride, half)
    return _slide(_padded(images, zeros), kernels, stride)


def accept_one_ring_more(images, kernels, padding="same", stride=(1, 1)):
    """One ring of zeros too many: with 'same', stride 1 and a 3x3 kernel one
    ring keeps the size. Round t / 2 up and add nothing."""
    return _with_half(images, kernels, padding, stride,
                      lambda total: (total // 2 + 1, total // 2 + 1))


def accept_half_rounded_down(images, kernels, padding="same", stride=(1, 1)):
    """With 'same' you round t / 2 down, and the task rounds it up. With an
    odd t your result is smaller than the images."""
    return _with_half(images, kernels, padding, stride,
                      lambda total: (total // 2, total // 2))


def accept_less_zeros_before(images, kernels, padding="same", stride=(1, 1)):
    """With 'same' and an odd t you put one zero less before than after. The
    task puts the same number on both sides: t / 2, rounded up."""
    return _with_half(images, kernels, padding, stride,
                      lambda total: (total // 2, total - total // 2))


def accept_less_zeros_after(images, kernels, padding="same", stride=(1, 1)):
    """With 'same' and an odd t you put one zero less after than before. The
    task puts the same number on both sides: t / 2, rounded up."""
    return _with_half(images, kernels, padding, stride,
                      lambda total: (total - total // 2, total // 2))


# --------------------------------------------------------------- inputs
def _images(rng, *shape):
    return rng.integers(1, 10, shape)


def _kernel(rng, *shape):
    # No zeros, and never the same when it is turned over.
    kernels = rng.integers(1, 10, shape) * rng.choice([-1, 1], shape)
    kernels.flat[-1] = kernels.flat[0] + (kernels.size > 1) * 10
    return kernels


def _call(images, kernels, **words):
    dtype = ", dtype=np.uint8" if images.dtype == np.uint8 else ""
    last = "".join(f", {name}={value!r}" for name, value in words.items())
    return (f"convolve(np.array({images.tolist()}{dtype}), "
            f"np.array({kernels.tolist()}){last})")


def valid_same_even_kernel(kernels):
    """One of the sides is even."""
    return kernels.shape[0] % 2 == 0 or kernels.shape[1] % 2 == 0


def inputs_valid(rng):
    """padding='valid', also with strides that do not divide the size"""
    yield _call(_images(rng, 1, 1, 2, 2), _kernel(rng, 1, 2, 2, 1),
                padding="valid")
    yield _call(_images(rng, 2, 3, 4, 2), _kernel(rng, 2, 3, 2, 3),
                padding="valid")
    for images, kernel, c, n, stride in (
            ((1, 1, 4), (1, 2), 2, 3, (1, 2)),
            ((1, 4, 1), (2, 1), 3, 2, (2, 1)),
            ((1, 3, 4), (2, 2), 1, 2, (2, 1)),
            ((2, 5, 4), (1, 2), 2, 2, (2, 2)),
            ((1, 4, 6), (3, 2), 3, 1, (1, 2)),
            ((2, 6, 4), (2, 3), 2, 4, (3, 2)),
            ((2, 7, 5), (3, 3), 4, 3, (2, 2)),
            ((3, 9, 7), (4, 3), 2, 1, (3, 2))):
        yield _call(_images(rng, *images, c), _kernel(rng, *kernel, c, n),
                    padding="valid", stride=stride)


def inputs_given_padding(rng):
    """padding=(ph, pw)"""
    yield _call(_images(rng, 1, 1, 2, 3), _kernel(rng, 1, 2, 3, 2),
                padding=(1, 0))
    yield _call(_images(rng, 1, 2, 1, 1), _kernel(rng, 2, 1, 1, 2),
                padding=(0, 2))
    for images, kernel, c, n, padding, stride in (
            ((1, 2, 3), (1, 2), 2, 3, (0, 1), (1, 2)),
            ((1, 3, 2), (2, 2), 3, 2, (2, 0), (2, 1)),
            ((2, 3, 4), (2, 3), 1, 2, (1, 0), (2, 2)),
            ((1, 5, 4), (3, 2), 2, 2, (0, 2), (2, 2)),
            ((2, 4, 6), (3, 3), 3, 1, (2, 1), (3, 2)),
            ((2, 7, 4), (2, 4), 2, 4, (1, 3), (3, 2)),
            ((3, 5, 7), (5, 3), 4, 3, (3, 1), (1, 2))):
        yield _call(_images(rng, *images, c), _kernel(rng, *kernel, c, n),
                    padding=padding, stride=stride)


def inputs_same(rng):
    """padding='same' with stride 1 and odd kernels; it is the default"""
    yield _images(rng, 1, 1, 2, 2), _kernel(rng, 1, 3, 2, 2)
    yield _images(rng, 1, 2, 1, 3), _kernel(rng, 3, 1, 3, 1)
    yield _call(_images(rng, 1, 2, 3, 2), _kernel(rng, 3, 3, 2, 4),
                padding="same")
    yield _call(_images(rng, 2, 3, 2, 4), _kernel(rng, 3, 1, 4, 3),
                stride=(1, 1))
    for images, kernel, c, n in (
            ((1, 4, 3), (3, 5), 2, 1), ((2, 3, 5), (5, 3), 2, 3),
            ((2, 5, 4), (1, 5), 3, 2), ((3, 4, 6), (3, 3), 1, 2)):
        yield _call(_images(rng, *images, c), _kernel(rng, *kernel, c, n),
                    padding="same", stride=(1, 1))


def inputs_same_even_kernel(rng):
    """padding='same' with stride 1 and kernels with an even side"""
    yield _images(rng, 1, 1, 2, 2), _kernel(rng, 1, 2, 2, 1)
    yield _images(rng, 1, 2, 2, 2), _kernel(rng, 2, 2, 2, 3)
    for images, kernel, c, n in (
            ((1, 3, 2), (2, 1), 2, 2), ((2, 2, 3), (2, 3), 3, 1),
            ((1, 3, 3), (3, 2), 2, 4), ((2, 3, 4), (2, 4), 4, 3),
            ((2, 5, 3), (4, 2), 2, 1), ((3, 4, 5), (4, 3), 2, 3)):
        yield _call(_images(rng, *images, c), _kernel(rng, *kernel, c, n),
                    padding="same")


def inputs_same_strided(rng):
    """padding='same' with strides above 1"""
    for images, kernel, c, n, stride in (
            ((1, 2, 4), (1, 3), 3, 2, (1, 2)),
            ((1, 4, 2), (3, 1), 1, 2, (2, 1)),
            ((1, 4, 4), (3, 3), 2, 2, (2, 2)),
            ((2, 5, 4), (3, 3), 3, 1, (2, 2)),
            ((1, 4, 7), (3, 2), 2, 4, (2, 1)),
            ((1, 6, 4), (2, 3), 4, 3, (1, 2)),
            ((2, 5, 6), (2, 2), 2, 1, (2, 2)),
            ((1, 7, 4), (5, 3), 2, 3, (3, 2)),
            ((2, 4, 8), (3, 5), 3, 2, (2, 3)),
            ((3, 9, 6), (3, 3), 1, 2, (3, 2))):
        yield _call(_images(rng, *images, c), _kernel(rng, *kernel, c, n),
                    padding="same", stride=stride)


def inputs_decimals_and_bytes(rng):
    """images with decimals, and images of bytes (uint8)"""
    for images, kernel, c, n, padding, stride in (
            ((1, 1, 2), (1, 2), 2, 2, "valid", (1, 1)),
            ((1, 3, 2), (2, 1), 3, 1, (0, 1), (1, 2)),
            ((2, 3, 4), (2, 3), 2, 4, (2, 1), (2, 1)),
            ((2, 5, 4), (3, 3), 4, 3, "valid", (2, 1))):
        yield _call(rng.integers(150, 256, (*images, c)).astype(np.uint8),
                    rng.integers(2, 6, (*kernel, c, n)), padding=padding,
                    stride=stride)
        yield _call(np.round(rng.uniform(0.6, 9, (*images, c)), 1),
                    np.round(rng.uniform(0.6, 2, (*kernel, c, n)), 2),
                    padding=padding, stride=stride)
    yield _call(_images(rng, 2, 4, 3, 2), np.full((2, 2, 2, 3), 0.3),
                padding="valid", stride=(2, 1))


# ------------------------------------------------------------- mistakes
def mistake_type_of_the_images(images, kernels, padding="same",
                               stride=(1, 1)):
    """Your result takes its type from the images. Bytes start again after
    255, whole numbers lose their decimals: let the result be float."""
    padded = _padded(images, _zeros(images, kernels, padding, stride))
    return _slide(padded, kernels, stride, dtype=images.dtype)


def mistake_half_the_kernel(images, kernels, padding="same", stride=(1, 1)):
    """k // 2 rows of zeros are right for stride 1 only. How many keep the
    size with stride 2? The formula of the task has the stride in it."""
    if padding == "same":
        padding = kernels.shape[0] // 2, kernels.shape[1] // 2
    return oracle(images, kernels, padding, stride)


def mistake_same_divides_by_stride(images, kernels, padding="same",
                                   stride=(1, 1)):
    """Some libraries let 'same' with stride 2 halve the size. Here the result
    is as large as the images: take the formula of the task."""
    zeros = _zeros(images, kernels, padding, stride)
    if padding == "same":
        totals = [max((-(-size // step) - 1) * step + k - size, 0)
                  for size, k, step in zip(images.shape[1:3], kernels.shape,
                                           stride)]
        zeros = [(total // 2, total - total // 2) for total in totals]
    return _slide(_padded(images, zeros), kernels, stride)


def mistake_same_forgets_first_row(images, kernels, padding="same",
                                   stride=(1, 1)):
    """h pixels are h - 1 steps apart: 'same' needs (h - 1) * sh + kh - h
    zeros, not h * sh + kh - h."""
    if padding == "same":
        padding = [(size * step + k - size + 1) // 2
                   for size, k, step in zip(images.shape[1:3], kernels.shape,
                                            stride)]
    return oracle(images, kernels, padding, stride)


def mistake_same_all_on_each_side(images, kernels, padding="same",
                                  stride=(1, 1)):
    """(h - 1) * sh + kh - h zeros are needed on both sides together. You put
    so many on each side: halve it and round up."""
    return _with_half(images, kernels, padding, stride,
                      lambda total: (total, total))


def mistake_ph_from_w(images, kernels, padding="same", stride=(1, 1)):
    """Try a 9x6 image with stride 2: you compute ph from the width. Which
    side do the rows of zeros belong to?"""
    turned = images.transpose(0, 2, 1, 3)
    zeros = _zeros(turned, kernels, padding, stride)
    return _slide(_padded(images, zeros), kernels, stride)


def mistake_ph_and_pw_exchanged(images, kernels, padding="same",
                                stride=(1, 1)):
    """ph and pw are exchanged in 'same': ph comes from h, kh and sh, pw from
    w, kw and sw. Try a 9x6 image and a 3x5 kernel."""
    zeros = _zeros(images, kernels, padding, stride)
    if padding == "same":
        zeros = zeros[::-1]
    return _slide(_padded(images, zeros), kernels, stride)


def mistake_same_kh_for_kw(images, kernels, padding="same", stride=(1, 1)):
    """Try a 4x3 kernel: in 'same' the columns of zeros come from kw, not from
    kh."""
    square = np.ones((kernels.shape[0], kernels.shape[0]))
    zeros = _zeros(images, square, padding, stride)
    return _slide(_padded(images, zeros), kernels, stride)


def mistake_only_odd_kernels(images, kernels, padding="same", stride=(1, 1)):
    """Try a 3x2 kernel: no branch of your `if` gives a padding for an even
    side."""
    kh, kw, _, _ = kernels.shape
    if padding != "same" or kh % 2 == 1 and kw % 2 == 1:
        zeros = _zeros(images, kernels, padding, stride)
    return _slide(_padded(images, zeros), kernels, stride)


def mistake_only_square_kernels(images, kernels, padding="same",
                                stride=(1, 1)):
    """Try a 3x5 kernel: no branch of your `if` gives a padding when kh and
    kw differ."""
    if padding != "same" or kernels.shape[0] == kernels.shape[1]:
        zeros = _zeros(images, kernels, padding, stride)
    return _slide(_padded(images, zeros), kernels, stride)


def mistake_given_padding_exchanged(images, kernels, padding="same",
                                    stride=(1, 1)):
    """In padding=(ph, pw) the first number counts rows of zeros, the second
    one columns. You have them exchanged."""
    if isinstance(padding, tuple):
        padding = padding[::-1]
    return oracle(images, kernels, padding, stride)


def mistake_given_padding_ignored(images, kernels, padding="same",
                                  stride=(1, 1)):
    """padding may also be a tuple (ph, pw); you then put no zeros around the
    images."""
    if isinstance(padding, tuple):
        padding = "valid"
    return oracle(images, kernels, padding, stride)


def mistake_default_is_valid(images, kernels, padding="valid",
                             stride=(1, 1)):
    """A call without `padding` means 'same'. Look at the defaults in your
    `def` line."""
    return oracle(images, kernels, padding, stride)


def mistake_stride_exchanged(images, kernels, padding="same",
                             stride=(1, 1)):
    """The first number of `stride` is the step down, the second one the step
    to the right. You have them exchanged."""
    return oracle(images, kernels, padding, stride[::-1])


def mistake_window_without_stride(images, kernels, padding="same",
                                  stride=(1, 1)):
    """The size is right, but your windows move by one pixel. Row y of the
    result looks at row y * sh of the padded image."""
    padded = _padded(images, _zeros(images, kernels, padding, stride))
    return _slide(padded, kernels, (1, 1), [
        (size - k) // step + 1 for size, k, step in zip(
            padded.shape[1:3], kernels.shape, stride)])


def mistake_stride_ignored(images, kernels, padding="same", stride=(1, 1)):
    """Your result does not depend on `stride`: with stride 2 the window
    visits every second place only."""
    return oracle(images, kernels, padding)


def mistake_size_rounded_up(images, kernels, padding="same", stride=(1, 1)):
    """A window that does not fit any more is left out: round
    (h + 2 * ph - kh) / sh down before you add 1."""
    padded = _padded(images, _zeros(images, kernels, padding, stride))
    return _slide(padded, kernels, stride, [
        -((k - size) // step) + 1 for size, k, step in zip(
            padded.shape[1:3], kernels.shape, stride)])


def mistake_one_added_too_early(images, kernels, padding="same",
                                stride=(1, 1)):
    """First divide by the stride, then add 1: in
    (h + 2 * ph - kh + 1) // sh the 1 is lost or cut."""
    padded = _padded(images, _zeros(images, kernels, padding, stride))
    return _slide(padded, kernels, stride, [
        (size - k + 1) // step for size, k, step in zip(
            padded.shape[1:3], kernels.shape, stride)])


def mistake_float_size(images, kernels, padding="same", stride=(1, 1)):
    """`/` gives a float, and an array has no half rows. Use `//`."""
    return np.zeros((len(images), images.shape[1] / stride[0], 1))


def mistake_loop_changes_the_width(images, kernels, padding="same",
                                   stride=(1, 1)):
    """`for w` gives w a new value, so the next row is cut short. Call your
    loop variables x and y."""
    padded = _padded(images, _zeros(images, kernels, padding, stride))
    (m, h, w, _), (kh, kw, _, n) = images.shape, kernels.shape
    sh, sw = stride
    ph, pw = padded.shape[1] - h, padded.shape[2] - w       # both sides
    result = np.zeros((m, (h + ph - kh) // sh + 1, (w + pw - kw) // sw + 1,
                       n))
    for y in range((h + ph - kh) // sh + 1):
        for x in range((w + pw - kw) // sw + 1):
            window = padded[:, y * sh:y * sh + kh, x * sw:x * sw + kw]
            for k in range(n):
                result[:, y, x, k] = (
                    window * kernels[..., k]).sum(axis=(1, 2, 3))
            w = x       # this is what `for w` does
    return result


def mistake_flipped_kernel(images, kernels, padding="same", stride=(1, 1)):
    """You turn the kernel over. Multiply the window with the kernel as it
    is."""
    return oracle(images, kernels[::-1, ::-1], padding, stride)


def mistake_first_channel_only(images, kernels, padding="same",
                               stride=(1, 1)):
    """You use the first channel only. Every channel has its own sheet of the
    kernel, and all products are added up."""
    return oracle(images[..., :1], kernels[:, :, :1], padding, stride)


def mistake_first_kernel_only(images, kernels, padding="same",
                              stride=(1, 1)):
    """Your result has one channel. There are kernels.shape[3] kernels, and
    each of them gives one."""
    return oracle(images, kernels[..., :1], padding, stride)


def mistake_one_kernel_for_all(images, kernels, padding="same",
                               stride=(1, 1)):
    """All channels of your result come from the first kernel: channel k comes
    from kernels[:, :, :, k]."""
    same = np.repeat(kernels[..., :1], kernels.shape[3], axis=3)
    return oracle(images, same, padding, stride)


def mistake_kernels_added_together(images, kernels, padding="same",
                                   stride=(1, 1)):
    """You add the results of all kernels. Keep them apart: kernel k fills
    channel k of the result."""
    return oracle(images, kernels, padding, stride).sum(axis=3)


def mistake_kernels_in_axis_1(images, kernels, padding="same",
                              stride=(1, 1)):
    """The shape of the result is (m, oh, ow, nc): the axis of the kernels
    comes last."""
    return np.moveaxis(oracle(images, kernels, padding, stride), 3, 1)


def mistake_c_and_nc_exchanged(images, kernels, padding="same",
                               stride=(1, 1)):
    """The number of kernels is kernels.shape[3]; kernels.shape[2] is the
    number of channels of the images."""
    padded = _padded(images, _zeros(images, kernels, padding, stride))
    sizes = [(size - k) // step + 1 for size, k, step in zip(
        padded.shape[1:3], kernels.shape, stride)]
    whole, c = _slide(padded, kernels, stride), kernels.shape[2]
    result = np.zeros((len(images), *sizes, c))
    for k in range(c):
        result[..., k] = whole[..., k]
    return result


EQUIVALENT_MUTANTS = {
    "if padding == 'valid': | if padding == 'same': => if padding == "
    "'same': | if padding == 'valid':":
        "The padding cannot be two texts at once.",
    "return 0, 0 => return [0, 0]":
        "The pair is taken apart at once.",
    "return (ceil(((h - 1) * sh + kh - h) / 2), ceil(((w - 1) * sw + kw - "
    "w) / 2)) => return [ceil(((h - 1) * sh + kh - h) / 2), ceil(((w - 1) * "
    "sw + kw - w) / 2)]":
        "The pair is taken apart at once.",
    "padded = np.zeros((m, h + 2 * ph, w + 2 * pw, c)) => padded = "
    "np.zeros((m, h + 3 * ph, w + 2 * pw, c))":
        "The zeros that are added are never read.",
    "padded = np.zeros((m, h + 2 * ph, w + 2 * pw, c)) => padded = "
    "np.zeros((m, h + 2 * ph, w + 3 * pw, c))":
        "The zeros that are added are never read.",
    "result = np.zeros((m, rows, columns, nc)) => result = np.ones((m, "
    "rows, columns, nc))":
        "Every place of it gets its own value afterwards.",
}
