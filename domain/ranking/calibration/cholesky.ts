/** Lower triangle of a symmetric positive definite matrix, row by row: entry (i, j), j <= i, at i * (i + 1) / 2 + j. */
export type Triangle = Float64Array;

export function triangle(size: number): Triangle {
  return new Float64Array((size * (size + 1)) / 2);
}

/** Replaces the matrix by its Cholesky factor L; returns the logarithm of its determinant. */
export function factorise(matrix: Triangle, size: number): number {
  let logarithm = 0;
  for (let i = 0; i < size; i++) {
    const row = (i * (i + 1)) / 2;
    for (let j = 0; j <= i; j++) {
      const other = (j * (j + 1)) / 2;
      let sum = matrix[row + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[row + k]! * matrix[other + k]!;
      if (j < i) matrix[row + j] = sum / matrix[other + j]!;
      else {
        const pivot = Math.max(sum, 1e-12);
        matrix[row + j] = Math.sqrt(pivot);
        logarithm += Math.log(pivot);
      }
    }
  }
  return logarithm;
}

/** Solves L x = b in place. */
export function forward(factor: Triangle, x: Float64Array): Float64Array {
  for (let i = 0; i < x.length; i++) {
    const row = (i * (i + 1)) / 2;
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= factor[row + k]! * x[k]!;
    x[i] = sum / factor[row + i]!;
  }
  return x;
}

/** Solves L' x = b in place. */
export function backward(factor: Triangle, x: Float64Array): Float64Array {
  for (let i = x.length - 1; i >= 0; i--) {
    const row = (i * (i + 1)) / 2;
    const value = x[i]! / factor[row + i]!;
    x[i] = value;
    for (let k = 0; k < i; k++) x[k]! -= factor[row + k]! * value;
  }
  return x;
}

/** The inverse of the factor L itself, a lower triangle: the matrix's inverse is its transpose times it. */
export function inverseFactor(factor: Triangle, size: number): Triangle {
  const result = triangle(size);
  const row = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const start = (i * (i + 1)) / 2;
    const pivot = factor[start + i]!;
    row.fill(0, 0, i + 1);
    for (let k = 0; k < i; k++) {
      const times = factor[start + k]!;
      const other = (k * (k + 1)) / 2;
      if (times !== 0) for (let j = 0; j <= k; j++) row[j]! -= times * result[other + j]!;
    }
    for (let j = 0; j < i; j++) result[start + j] = row[j]! / pivot;
    result[start + i] = 1 / pivot;
  }
  return result;
}
