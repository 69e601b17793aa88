import type { Part } from './part.ts';

export const needs: Part = {};
