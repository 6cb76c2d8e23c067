package org.pavilion.api;

/** An amount in integer minor units (fen, cents) of an ISO 4217 currency. Never negative zero, never a fraction. */
@Stable
public record Money(long minor, String currency) {
    public Money {
        if (currency.length() != 3 || !currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw Problem.invalid("/currency", "not an ISO 4217 currency: " + currency);
        }
    }
}
