/** Where people and their access are managed. */

/** The address of the page of people. */
export const peopleAddress = "/desk/people";
