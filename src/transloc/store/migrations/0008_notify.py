from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0007_team"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["actor_id", "at"], name="store_log_of_a_person"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["action", "at"], name="store_log_of_an_action"),
        ),
    ]
