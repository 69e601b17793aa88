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

/** The inverse of the matrix that was factorised, as a triangle. */
export function inverse(factor: Triangle, size: number): Triangle {
  const result = triangle(size);
  for (let j = 0; j < size; j++) {
    const column = new Float64Array(size);
    column[j] = 1;
    backward(factor, forward(factor, column));
    for (let i = j; i < size; i++) result[(i * (i + 1)) / 2 + j] = column[i]!;
  }
  return result;
}

/** Entry (i, j) of a symmetric matrix kept as a triangle. */
export function entry(matrix: Triangle, i: number, j: number): number {
  return i >= j ? matrix[(i * (i + 1)) / 2 + j]! : matrix[(j * (j + 1)) / 2 + i]!;
}
