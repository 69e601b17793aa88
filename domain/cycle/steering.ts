import type { Part } from './part.ts';

export const steering: Part = {};
