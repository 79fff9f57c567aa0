/** Every node card has this size, in canvas units: edges and layouts can count on it, and nothing needs measuring. */
export const NODE_SIZE = { width: 200, height: 64 } as const;
