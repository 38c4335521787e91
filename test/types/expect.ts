/** Whether two types are the same. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/** Accepts only a value whose type is exactly `Type`. */
export type Expect<Type> = <Value>(value: Same<Value, Type> extends true ? Value : never) => void;
