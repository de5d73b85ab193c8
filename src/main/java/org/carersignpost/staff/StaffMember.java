package org.carersignpost.staff;

/// Somebody who may work in the console, or a program that acts for them.
///
/// @param name the account's name, as audit and ownership use it
/// @param role what they may do
public record StaffMember(String name, Role role) {}
