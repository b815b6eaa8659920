/** The phrases of what is not found, and of other problems, in English. */

export const notFound = {
  notFound: {
    version: (version: number) => `The story has not come that far: it stands at version ${version}.`,
  },
};
