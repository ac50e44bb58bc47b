package org.banggiao.app.evaluate;

import java.util.List;

/** A kind of record, with the names of its fields. */
enum RecordKind {
    AGREEMENT("agreement", "type", "signed", List.of("parties", "signatories")),
    EVENT("event", "type", "date", List.of("actors", "persons")),
    AID_FLOW("aidflow", "status", "period", List.of("donors", "recipients"));

    private final String code;
    private final String typeField;
    private final String dateField;
    private final List<String> lists;

    RecordKind(String code, String typeField, String dateField, List<String> lists) {
        this.code = code;
        this.typeField = typeField;
        this.dateField = dateField;
        this.lists = lists;
    }

    /** The value of the field {@code kind}. */
    String code() {
        return code;
    }

    /** The field that says of which type a record is. */
    String typeField() {
        return typeField;
    }

    /** The field that says when. */
    String dateField() {
        return dateField;
    }

    /** The fields that are lists of strings: who, and which persons. */
    List<String> lists() {
        return lists;
    }

    /** @throws IllegalArgumentException where no kind has that code */
    static RecordKind parse(String code) {
        for (RecordKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind is '" + code + "', not one of agreement, event, aidflow");
    }
}
