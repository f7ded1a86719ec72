import { describe } from 'vitest'
import { leakTests } from './leak-tests.ts'

describe('Nothing restricted reaches anybody who is not entitled, first half', () => leakTests(0))
