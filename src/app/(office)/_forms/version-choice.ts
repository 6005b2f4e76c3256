/** The radio buttons with which one of two versions of a field is chosen. It stands alone, so that no browser is sent the schema. */
export const chooses = <Field extends string>(field: Field): `choose-${Field}` => `choose-${field}`;
