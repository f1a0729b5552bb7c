"""How two sets of pictures differ, and how diverse one is. Pure functions over embeddings, a row a picture.

Pictures that belong together (copies, near-duplicates, frames of one video) are a *group*: what is drawn by chance is
groups, never single pictures, or forty videos of ten frames would look like four hundred independent pictures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from verify_app.core.heavy import np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = NDArray[np.floating[Any]]

PERMUTATIONS = 999
MOST_ROWS = 4000
"""Of both sets together, as far as a test takes them: every pair of pictures is compared, 64 MB of numbers."""
_AT_ONCE = 256
"""Permutations that are worked out together."""
_ROUNDING = 1e-6
"""Of a squared length, in float32."""
_ALIKE = 1e-6
"""What two sums of the same numbers may differ by, relative to the largest difference found."""


@dataclass(frozen=True, slots=True)
class SetComparison:
    """Whether two sets of pictures come from one source.

    Parameters
    ----------
    mmd2 : float or None
        Unbiased squared maximum mean discrepancy; about 0 for one source, and then below 0 as often as above.
        None when a set has fewer than two pictures.
    p : float or None
        Share of the permutations, the observed sets among them, that differ at least as much. None as `mmd2`, or when
        all pictures are of one group.
    bandwidth : float
        Of the Gaussian kernel.
    groups : int
        What was permuted.
    permutations : int
    """

    mmd2: float | None
    p: float | None
    bandwidth: float
    groups: int
    permutations: int


def median_distance(rows: Rows) -> float:
    """The median Euclidean distance of two different rows; where that is 0 the mean, and 1 where all are equal."""
    count = len(rows)
    if count < 2:
        return 1.0
    squared = _squared_distances(rows).reshape(-1)
    # every pair stands there twice, and before them the zeros of the diagonal
    places = [count + count * (count - 1) // 2 - 1, count + count * (count - 1) // 2]
    squared.partition(places)
    middle = float(np.sqrt(squared[places]).mean())
    return middle or float(np.sqrt(squared).sum(dtype=np.float64)) / (count * (count - 1)) or 1.0


def gaussian_kernel(rows: Rows, bandwidth: float) -> NDArray[np.float32]:
    """exp(-d² / (2 bandwidth²)) of every pair of rows: (n, n)."""
    kernel = _squared_distances(rows)
    kernel *= np.float32(-0.5 / bandwidth**2)
    np.exp(kernel, out=kernel)
    return kernel


def cubic_kernel(rows: Rows) -> NDArray[np.float32]:
    """(x · y / d + 1)³ of every pair of rows of d numbers: (n, n).

    Source: Bińkowski et al., Demystifying MMD GANs, ICLR 2018 (1801.01401).
    """
    values = _as_float(rows)
    kernel = values @ values.T
    kernel /= np.float32(max(values.shape[1], 1))
    kernel += np.float32(1)
    kernel *= kernel * kernel
    return kernel


def mmd2(kernel: NDArray[np.float32], first: NDArray[Any], second: NDArray[Any] | None = None) -> NDArray[np.float64]:
    """Unbiased squared maximum mean discrepancy of many pairs of sets drawn from the same pictures.

    Source: Gretton et al., A Kernel Two-Sample Test, JMLR 13 (2012), equation 3. All pairs of sets are worked out by
    one product of matrices.

    Parameters
    ----------
    kernel : (n, n) float32 array
        Symmetric: of every pair of pictures.
    first : (n, k) bool array
        Which pictures are in the first set, a column for each pair of sets.
    second : (n, k) bool array, optional
        The same of the second set, which shares no picture with the first; by default all that are not in the first.

    Returns
    -------
    (k,) float64 array
        NaN where a set has fewer than two pictures.
    """
    # what all values have in common cancels out; without it half the digits of float32 would go to it
    kernel = kernel - kernel.mean(dtype=np.float64).astype(np.float32)
    own = np.diagonal(kernel).astype(np.float64)
    found = np.empty(first.shape[1], dtype=np.float64)
    total = kernel.sum(axis=1, dtype=np.float64)
    for start in range(0, len(found), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        x = first[:, part].astype(np.float32)
        near_x = kernel @ x
        within_x = np.einsum("ij,ij->j", near_x, x, dtype=np.float64)
        if second is None:
            y = 1 - x
            across = total @ x - within_x
            within_y = total.sum() - 2 * across - within_x
        else:
            y = second[:, part].astype(np.float32)
            across = np.einsum("ij,ij->j", near_x, y, dtype=np.float64)
            within_y = np.einsum("ij,ij->j", kernel @ y, y, dtype=np.float64)
        found[part] = _unbiased(within_x - own @ x, within_y - own @ y, across, x.sum(axis=0), y.sum(axis=0))
    return found


def _unbiased(xx: Rows, yy: Rows, xy: Rows, m: Rows, n: Rows) -> NDArray[np.float64]:
    """From sums over pairs of different pictures within and across the sets, of `m` and `n` pictures."""
    m, n = m.astype(np.float64), n.astype(np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = xx / (m * (m - 1)) + yy / (n * (n - 1)) - 2 * xy / (m * n)
    return np.where((m > 1) & (n > 1), value, np.nan)


def kid(first: Rows, second: Rows) -> float | None:
    """Kernel distance: the unbiased squared discrepancy under `cubic_kernel`; None below two pictures a set.

    Of the project's own embeddings, not of Inception's, and of all rows at once, not the mean over blocks of 1,000.
    """
    if min(len(first), len(second)) < 2:
        return None
    kernel = cubic_kernel(np.concatenate([first, second]))
    return float(mmd2(kernel, _first_set(len(first), len(second)))[0])


def compare_sets(
    first: Rows,
    second: Rows,
    groups: tuple[NDArray[Any], NDArray[Any]] | None = None,
    *,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
) -> SetComparison:
    """Test whether two sets of pictures come from one source, by permuting groups.

    The kernel is Gaussian, as wide as the median distance of the pooled pictures (Gretton et al. 2012, section 8). As
    many groups as lie (for the larger part) in the first set are drawn for it each time. A group with pictures in both
    sets moves as a whole, which makes the test slower to find a difference, never quicker.

    Parameters
    ----------
    first : (m, d) array
    second : (n, d) array
    groups : pair of (m,) and (n,) arrays, optional
        The group of each picture; by default each is its own.
    permutations : int
    seed : int
    """
    pooled = np.concatenate([first, second]) if len(first) and len(second) else np.zeros((0, 0), np.float32)
    if min(len(first), len(second)) < 2:
        return SetComparison(None, None, 1.0, 0, 0)
    bandwidth = median_distance(pooled)
    here = _first_set(len(first), len(second))
    names = np.arange(len(pooled)) if groups is None else np.concatenate(groups)
    codes = np.unique(names, return_inverse=True)[1].reshape(-1)
    drawn = permuted_sets(codes, here[:, 0], permutations=permutations, seed=seed)
    values = mmd2(gaussian_kernel(pooled, bandwidth), np.concatenate([here, drawn], axis=1))
    observed, others = float(values[0]), values[1:][~np.isnan(values[1:])]
    count = int(codes.max()) + 1
    if not len(others):
        return SetComparison(observed, None, bandwidth, count, 0)
    slack = _ALIKE * float(np.abs(values[~np.isnan(values)]).max())
    p = (1 + int((others >= observed - slack).sum())) / (1 + len(others))
    return SetComparison(observed, p, bandwidth, count, len(others))


def permuted_sets(
    groups: NDArray[np.integer[Any]], first: NDArray[np.bool_], *, permutations: int, seed: int
) -> NDArray[np.bool_]:
    """Which pictures are in the first set when whole groups change places by chance.

    Parameters
    ----------
    groups : (n,) int array
        0 to g - 1.
    first : (n,) bool array
        Who is in the first set as it was observed.

    Returns
    -------
    (n, permutations) bool array
        No column when there is one group only.
    """
    size = np.bincount(groups)
    inside = np.bincount(groups, weights=first) * 2 > size
    taken, count = int(inside.sum()), len(size)
    taken = min(max(taken, 1), count - 1)
    if count < 2:
        return np.zeros((len(groups), 0), dtype=bool)
    rng = np.random.default_rng(seed)
    chosen = np.zeros((count, permutations), dtype=bool)
    for column in range(permutations):
        chosen[rng.permutation(count)[:taken], column] = True
    found: NDArray[np.bool_] = chosen[groups]
    return found


def some_rows(groups: NDArray[Any], most: int = MOST_ROWS, *, seed: int = 0) -> NDArray[np.intp]:
    """Rows of whole groups drawn by chance, as many as fit into `most`; all, in their order, when they do.

    Parameters
    ----------
    groups : (n,) array
        The group of each row.

    Returns
    -------
    (k,) int array
        Sorted; k is at most `most`. A group that is larger than that is cut.
    """
    if len(groups) <= most:
        return np.arange(len(groups))
    codes = np.unique(groups, return_inverse=True)[1].reshape(-1)
    order = np.random.default_rng(seed).permutation(int(codes.max()) + 1)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    rows = np.argsort(rank[codes], kind="stable")
    fitting = np.cumsum(np.bincount(codes)[order]) <= most
    whole = int(np.bincount(codes)[order][: int(np.argmin(fitting))].sum()) or most
    return np.sort(rows[:whole])


def vendi(rows: Rows) -> tuple[float, float]:
    """Vendi scores of order 1 and 2: how many pictures unlike each other would be as diverse; 1 to n, 0 for none.

    Source: Friedman & Dieng, TMLR 2023 (2210.02410), of the cosine kernel; order 2 as Pasarkar & Dieng, AISTATS 2024
    (2310.12952). The kernel over n has the eigenvalues of the d x d covariance of the rows, scaled to length 1.
    """
    return vendi_of(direction_covariance(rows))


def direction_covariance(rows: Rows) -> NDArray[np.float64]:
    """(d, d) mean of x xᵀ over rows that were scaled to length 1; rows of zeros have no direction and are left out."""
    values = np.asarray(rows, dtype=np.float64)
    length = np.linalg.norm(values, axis=1)
    values = values[length > 0] / length[length > 0, None]
    found: NDArray[np.float64] = values.T @ values / max(len(values), 1)
    return found


def vendi_of(covariance: NDArray[np.float64]) -> tuple[float, float]:
    """exp(-Σ λ ln λ) and 1 / Σ λ² over the eigenvalues of a `direction_covariance`."""
    values = np.clip(np.linalg.eigvalsh(covariance), 0, None) if covariance.size else np.zeros(0)
    values = values[values > 0]
    if not len(values):
        return 0.0, 0.0
    values = values / values.sum()
    return float(np.exp(-(values * np.log(values)).sum())), float(1 / (values**2).sum())


def duplicate_share(groups: NDArray[Any]) -> float | None:
    """Share of the pictures that look like another one of them, given the near-duplicates' groups; None without any."""
    if not len(groups):
        return None
    sizes = np.unique(groups, return_counts=True)[1]
    return float(sizes[sizes > 1].sum() / len(groups))


def _first_set(m: int, n: int) -> NDArray[np.bool_]:
    """The first `m` of m + n pictures, as one column."""
    return (np.arange(m + n) < m)[:, None]


def _as_float(rows: Rows) -> NDArray[np.float32]:
    return np.ascontiguousarray(rows, dtype=np.float32)


def _squared_distances(rows: Rows) -> NDArray[np.float32]:
    values = _as_float(rows)
    middle = values.mean(axis=0)
    values = values - middle  # distances stay, and small ones keep their digits
    length = np.einsum("ij,ij->i", values, values)
    squared: NDArray[np.float32] = values @ values.T
    squared *= np.float32(-2)
    squared += length
    squared += length[:, None]
    # equal rows are at no distance, whatever rounding makes of them
    rounding = _ROUNDING * length + _ROUNDING**2 * (middle @ middle)
    squared[squared <= rounding + rounding[:, None]] = 0
    np.fill_diagonal(squared, 0)
    return squared
